from mem0 import Memory, MemoryClient

memory = Memory()
memory.get_all(user_id="a")
memory.delete(memory_id="m")
memory.history("m")
memory.reset()

client = MemoryClient(api_key="x")
client.get_all(user_id="a")
