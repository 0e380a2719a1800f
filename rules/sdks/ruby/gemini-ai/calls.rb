require "gemini-ai"

client = Gemini.new(
  credentials: { service: "generative-language-api", api_key: ENV["GOOGLE_API_KEY"] },
  options: { model: "gemini-2.5-flash", server_sent_events: true }
)
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
client.stream_generate_content({ contents: { role: "user", parts: { text: "hi!" } } })

vertex = Gemini.new(
  credentials: { service: "vertex-ai-api", region: "europe-west1" },
  options: { model: "gemini-2.5-pro" }
)
# expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
vertex.generate_content({ contents: [] })
