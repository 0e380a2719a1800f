from semantic_kernel import Kernel
from semantic_kernel.contents import ChatHistory
from semantic_kernel.functions import KernelArguments, kernel_function

kernel = Kernel()
history = ChatHistory()
history.add_user_message("hi")


class Clock:
    @kernel_function(description="Time.")
    def now(self) -> str:
        return "now"


async def run() -> None:
    kernel.add_plugin(Clock(), plugin_name="clock")
    # a function in Python, and no service in the kernel
    await kernel.invoke(plugin_name="clock", function_name="now", arguments=KernelArguments())
