require "net/http"

Net::HTTP.get(URI("https://api.openai.com/v1/models"))
Net::HTTP.post(URI("https://example.org/orders"), { id: 1 }.to_json)
HTTParty.post("https://hooks.slack.com/services/1", body: "done")
Faraday.new(url: "https://example.org").post("/orders") { |request| request.body = "{}" }
RestClient.get("https://example.org")
