from metagpt.roles import Role
from metagpt.schema import Message

message = Message(content="Hi", role="user")
role = Role()
role.put_message(message)
