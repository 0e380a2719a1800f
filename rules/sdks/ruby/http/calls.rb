require "net/http"

class Raw
  include HTTParty

  URL = "https://api.openai.com/v1/chat/completions"

  def plain(question)
    uri = URI(URL)
    http = Net::HTTP.new(uri.host, uri.port)
    http.use_ssl = true
    request = Net::HTTP::Post.new(uri.path, "Content-Type" => "application/json")
    request.body = { model: "gpt-4o", messages: [{ role: "user", content: question }] }.to_json
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    http.request(request)
  end

  def block(question)
    uri = URI.parse("https://api.anthropic.com/v1/messages")
    request = Net::HTTP::Post.new(uri)
    request.body = JSON.generate({ model: "claude-sonnet-4-5", messages: [question] })
    Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) do |http|
      # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
      http.request(request)
    end
  end

  def faraday(question)
    connection = Faraday.new(url: "https://api.mistral.ai") do |f|
      f.response :raise_error
    end
    # expect: kind=chat vendor=mistral platform=mistral-api
    connection.post("/v1/chat/completions") do |request|
      request.body = { model: "mistral-large-latest", messages: [question] }.to_json
    end
  end

  def others(question)
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
    HTTParty.post(URL, headers: headers, body: { model: "gpt-4o-mini", messages: [question] }.to_json)
    # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    RestClient.post("https://api.openai.com/v1/embeddings", { model: "text-embedding-3-small", input: question }.to_json, headers)
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
    HTTP.auth("Bearer x").post(URL, json: { model: "gpt-4.1", messages: [question] })
  end
end
