from ninja import NinjaAPI, Router, Schema
from ninja_extra import api_controller, http_get

api = NinjaAPI(title="Reviews")
router = Router(tags=["reviews"])


class ReviewIn(Schema):
    text: str


# entry: kind=http title=POST /reviews/
@router.post("/")
def create_review(request, review: ReviewIn):
    return {"stars": rate(review.text)}


# entry: kind=http title=GET /health
@api.get("/health")
async def health(request):
    return {"ok": True}


# entry: kind=http title=PUT /bulk
@api.api_operation(["PUT"], "/bulk")
def bulk(request, reviews: list[ReviewIn]):
    return [rate(review.text) for review in reviews]


@api_controller("/stats")
class Stats:
    # entry: kind=http title=GET /week
    @http_get("/week")
    def week(self):
        return {}

    def month(self):
        return {}


def rate(text):
    return 5


@api.exception_handler(ValueError)
def on_error(request, error):
    return api.create_response(request, {"error": str(error)}, status=400)


api.add_router("/reviews", router)
