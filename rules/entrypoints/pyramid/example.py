from pyramid.config import Configurator
from pyramid.view import notfound_view_config, view_config


# entry: kind=http title=POST extract
@view_config(route_name="extract", renderer="json", request_method="POST")
def extract(request):
    return find_dates(request.json_body["text"])


class Pages:
    def __init__(self, request):
        self.request = request

    # entry: kind=http title=GET home
    @view_config(route_name="home", renderer="home.jinja2")
    def home(self):
        return {}


def status(request):
    return {"ok": True}


def find_dates(text):
    return []


def main(global_config, **settings):
    config = Configurator(settings=settings)
    config.add_route("extract", "/extract")
    config.add_route("status", "/status")
    # entry: kind=http title=GET status
    config.add_view(status, route_name="status", renderer="json")
    return config.make_wsgi_app()


@notfound_view_config()
def missing(request):
    return request.response
