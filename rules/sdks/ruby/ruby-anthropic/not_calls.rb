class Messages
  def create(model:, messages:)
    [model, messages]
  end
end

Messages.new.create(model: "claude-sonnet-4-5", messages: [])
