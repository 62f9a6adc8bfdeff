-- Words as people type them: beginnings, whole names, two words, a company, a mistyped one.
local words = { "ann", "anna", "sabra", "mueller", "eng", "engineer", "partner", "jo", "sofia", "mar ski", "gmbh", "consultant tax",
  "lin", "delra", "omar", "halkel", "bober", "head of sales", "prya", "soren" }
local count = 0
request = function()
  count = count + 1
  return wrk.format("GET", "/people/rows?q=" .. words[count % #words + 1]:gsub(" ", "%%20"))
end
