import os
import shutil
import subprocess

subprocess.run(["git", "commit", "-m", "claude -p"])
subprocess.run(["claude", "--version"], capture_output=True)
subprocess.run(["claude", "mcp", "add", "server"])
subprocess.run(["ollama", "pull", "llama3.2"])
subprocess.run(["ollama", "serve"])
subprocess.run(["codex", "login"])
subprocess.Popen(["which", "gemini"])
os.system("echo claude -p hello")
shutil.which("claude")


def run(command):
    return subprocess.run(command)
