from metagpt.actions import Action
from metagpt.configs.llm_config import LLMConfig
from metagpt.llm import LLM
from metagpt.software_company import generate_repo
from metagpt.team import Team


class Write(Action):
    async def run(self, text: str):
        # expect: kind=chat dynamic=true
        return await self._aask(f"Write about {text}.")


async def ask():
    # expect: kind=chat dynamic=true
    await LLM().aask("Hi")
    own = LLM(LLMConfig(api_type="anthropic", model="claude-3-5-sonnet-20241022", api_key="x"))
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    await own.aask("Hi")


async def company(roles):
    team = Team()
    team.hire(roles)
    # expect: kind=agent dynamic=true
    await team.run(n_round=3)


# expect: kind=agent dynamic=true
generate_repo("A game.")
