# entry: kind=main title=ruby example.rb
client = OpenAI::Client.new
puts client.chat(parameters: { model: "gpt-4o", messages: [] })
