import graphene
import strawberry
from ariadne import MutationType, QueryType

query = QueryType()
mutation = MutationType()


# entry: kind=http title=GraphQL answer
@query.field("answer")
async def resolve_answer(_, info, question):
    return think(question)


def resolve_forget(_, info):
    return True


# entry: kind=http title=GraphQL forget
mutation.set_field("forget", resolve_forget)


@strawberry.type
class Query:
    # entry: kind=http title=GraphQL summary
    @strawberry.field
    async def summary(self, url: str) -> str:
        return think(url)

    def helper(self) -> str:
        return think("")


class Shop(graphene.ObjectType):
    blurb = graphene.String()

    # entry: kind=http title=GraphQL Shop.resolve_blurb
    def resolve_blurb(root, info):
        return think("shop")


class Translate(graphene.Mutation):
    text = graphene.String()

    # entry: kind=http title=GraphQL Translate
    def mutate(root, info, text):
        return Translate(text=think(text))


def think(text):
    return text


def resolve_later(text):
    return think(text)
