# Nothing here is an entry point by itself.
def answer(question)
  Timeout.timeout(5) { question }
end

Thread.new { answer("Why?") }.join
