-- Posts a template in which each @@ becomes a number that no other email of this run has.
-- Arguments: template file, bearer token, first number. WRK_ANSWERS: answers after which to stop and to say "enough".
local parts, number, headers = {}, 0, {}

function init(args)
  local file = io.open(args[1], "rb")
  local template = file:read("*a")
  file:close()
  local from = 1
  while true do
    local at = template:find("@@", from, true)
    parts[#parts + 1] = template:sub(from, (at or 0) - 1)
    if not at then break end
    parts[#parts + 1] = ""
    from = at + 2
  end
  headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. args[2] }
  number = tonumber(args[3])
end

-- Looked for by wrk once the file is read, and where it is there answers are taken apart for it, which costs: only on demand.
local wanted = tonumber(os.getenv("WRK_ANSWERS"))
if wanted then
  local seen = 0
  function response()
    seen = seen + 1
    -- wrk itself sleeps until its time is over, whatever its threads do: whoever started it is told, and ends it.
    if seen == wanted then
      wrk.thread:stop()
      io.stderr:write("enough\n")
    end
  end
end

-- An email has several places for its number, and a call several emails: all places of one call are numbered in turn,
-- so that nothing is the same twice.
function request()
  for place = 2, #parts, 2 do
    number = number + 1
    parts[place] = tostring(number)
  end
  return wrk.format("POST", "/graphql", headers, table.concat(parts))
end
