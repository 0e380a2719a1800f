import cherrypy


class Advice:
    # entry: kind=http title=Advice.index
    @cherrypy.expose
    def index(self):
        return "ask me"

    # entry: kind=http title=Advice.ask
    @cherrypy.expose
    @cherrypy.tools.json_out()
    def ask(self, question=""):
        return {"answer": self.think(question)}

    def think(self, question):
        return question


cherrypy.tree.mount(Advice(), "/advice")
