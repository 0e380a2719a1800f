require "sinatra"

# entry: kind=http title=POST /ask
post "/ask" do
  helper(params[:question])
end

def helper(question)
  question
end

class Api < Sinatra::Base
  # entry: kind=http title=GET /answers
  get "/answers" do
    "[]"
  end
end
