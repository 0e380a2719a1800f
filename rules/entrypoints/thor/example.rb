require "thor"

class Cli < Thor
  desc "ask QUESTION", "asks"
  # entry: kind=cli title=command ask
  def ask(question)
    puts helper(question)
  end

  private

  def helper(question)
    question
  end
end

Cli.start(ARGV)
