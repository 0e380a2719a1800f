import discord
from discord import app_commands
from discord.ext import commands, tasks

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())
client = discord.Client(intents=discord.Intents.default())
tree = app_commands.CommandTree(client)


# entry: kind=bot title=Discord on_message
@bot.event
async def on_message(message):
    await message.channel.send(think(message.content))


# entry: kind=bot title=Discord command ask
@bot.command(name="ask")
async def ask_command(ctx, *, question):
    await ctx.send(think(question))


# entry: kind=bot title=Discord command summarize
@tree.command(name="summarize", description="Summarize the channel")
async def summarize(interaction: discord.Interaction):
    await interaction.response.send_message(think("channel"))


class Poems(commands.Cog):
    # entry: kind=bot title=Discord command poem
    @app_commands.command()
    async def poem(self, interaction: discord.Interaction, topic: str):
        await interaction.response.send_message(self.rhyme(topic))

    # entry: kind=bot title=Discord on_reaction_add
    @commands.Cog.listener()
    async def on_reaction_add(self, reaction, user):
        self.rhyme(str(reaction))

    # entry: kind=schedule title=loop daily
    @tasks.loop(hours=24)
    async def daily(self):
        self.rhyme("day")

    def rhyme(self, topic):
        return think(topic)


class Listener(discord.Client):
    # entry: kind=bot title=Discord on_ready
    async def on_ready(self):
        self.greet()

    def greet(self):
        think("hello")


def think(text):
    return text


@bot.check
async def only_here(ctx):
    return ctx.guild is not None
