-- wrk -s searches.lua URL -- TYPED [PAUSE]: asks for the rows of what stands in the file TYPED, a search a line, in order, as somebody types.
-- With PAUSE, milliseconds, each connection waits before every request, half as long to one and a half times as long, as somebody
-- who types does.
local searches, place, pause = {}, 0, 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  for line in io.lines(arguments[1]) do searches[#searches + 1] = line end
  pause = tonumber(arguments[2] or 0)
  -- Each thread begins elsewhere.
  place = math.floor(number * #searches / 2)
  math.randomseed(number + 1)
  if pause > 0 then
    delay = function() return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2)) end
  end
end

function request()
  place = place % #searches + 1
  return wrk.format("GET", "/people/rows?q=" .. searches[place])
end
