class ApplicationController < ActionController::Base
end

class AnswersController < ApplicationController
  before_action :find_question

  # entry: kind=http title=AnswersController#create
  def create
    AnswerJob.perform_later(params[:question])
    render json: helper
  end

  private

  def helper
    1
  end
end

class ApplicationJob < ActiveJob::Base
end

class AnswerJob < ApplicationJob
  queue_as :default

  # entry: kind=task title=job AnswerJob
  def perform(question)
    question
  end

  def other
    2
  end
end
