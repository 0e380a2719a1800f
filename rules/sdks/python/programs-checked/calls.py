import subprocess
from subprocess import check_output, run


def ask(prompt):
    # expect: kind=agent platform=anthropic-api
    return subprocess.run(["claude", "--print", prompt], capture_output=True, check=True).stdout


# expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.5-pro
check_output(["gemini", "--model", "gemini-2.5-pro", "--prompt", "hi"])
# expect: kind=agent platform=anthropic-api
run(args=["npx", "@anthropic-ai/claude-code", "-p", "hi"], check=True)
