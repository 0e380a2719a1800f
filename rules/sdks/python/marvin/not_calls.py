import marvin

thread = marvin.Thread()
thread.add_user_message("hi")
memory = marvin.Memory(key="k", instructions="x")
print(marvin.settings.log_level, thread, memory)
