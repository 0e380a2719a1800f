namespace :answers do
  desc "Answers everything"
  # entry: kind=cli title=rake all
  task all: :environment do
    puts "done"
  end
end

# entry: kind=cli title=rake some
task :some, [:number] => [:environment] do |_, args|
  puts args[:number]
end

def task_of(name)
  name
end
