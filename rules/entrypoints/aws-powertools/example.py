from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayRestResolver, BedrockAgentFunctionResolver
from aws_lambda_powertools.event_handler.router import Router

app = APIGatewayRestResolver()
agent = BedrockAgentFunctionResolver()
router = Router()
logger = Logger()


# entry: kind=http title=POST /answers
@app.post("/answers")
def answer():
    return {"text": think(app.current_event.json_body["question"])}


# entry: kind=http title=GET /todo/<number>
@router.get("/<number>")
def show(number: str):
    return {"number": number}


# entry: kind=event title=agent tool lookUp
@agent.tool(name="lookUp", description="Looks a thing up")
def look_up(thing: str) -> str:
    return think(thing)


@app.exception_handler(ValueError)
def on_error(error: ValueError):
    logger.error(str(error))


def think(text: str) -> str:
    return text


app.include_router(router, prefix="/todo")


@logger.inject_lambda_context
def dispatch(event, context):
    return app.resolve(event, context)
