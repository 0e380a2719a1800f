import asyncio
import os
import subprocess
import sys


def ask(prompt, model="claude-sonnet-4-5"):
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    result = subprocess.run(
        ["claude", "-p", prompt, "--model", model], capture_output=True, text=True
    )
    return result.stdout


def local(prompt):
    # expect: kind=agent vendor=meta platform=ollama model=llama3.2
    return subprocess.run(["ollama", "run", "llama3.2", prompt], capture_output=True, check=False)


class Coder:
    def __init__(self, binary="codex", model=None):
        self.command = [binary, "exec"]
        if model:
            self.command += ["--model", model]

    def work(self, task):
        # expect: kind=agent platform=openai-api
        process = subprocess.Popen(self.command + [task], stdout=subprocess.PIPE)
        return process.communicate()[0]


async def later(prompt):
    # expect: kind=agent vendor=google platform=google-ai-studio
    process = await asyncio.create_subprocess_exec("gemini", "-p", prompt)
    return await process.wait()


# expect: kind=agent platform=anthropic-api
os.system("git diff --staged | claude -p 'write a message'")
# expect: kind=agent vendor=openai platform=openai-api model=gpt-5
subprocess.run(f"codex exec -m gpt-5 '{sys.argv[1]}'", shell=True)
