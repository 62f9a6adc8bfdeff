// The page reads and works without this; it only makes it quicker to use.
