class AnswerWorker
  include Sidekiq::Job

  # entry: kind=task title=job AnswerWorker
  def perform(question)
    question
  end
end

AnswerWorker.perform_async("Why?")
