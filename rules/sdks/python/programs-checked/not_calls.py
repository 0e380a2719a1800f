import subprocess

subprocess.check_output(["claude", "--version"])
subprocess.check_call(["npm", "install", "@anthropic-ai/claude-code"])
subprocess.run(["git", "log"], check=True)
