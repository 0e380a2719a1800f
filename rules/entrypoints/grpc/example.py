from concurrent import futures

import grpc

import mail_pb2
import mail_pb2_grpc


class MailService(mail_pb2_grpc.MailServicer):
    # entry: kind=http title=gRPC MailService.Draft
    def Draft(self, request, context):
        return mail_pb2.Reply(text=self._write(request.topic))

    # entry: kind=http title=gRPC MailService.Stream
    def Stream(self, request, context):
        for word in self._write(request.topic).split():
            yield mail_pb2.Reply(text=word)

    def _write(self, topic):
        return topic


class MailStub:
    def Draft(self, request):
        return request


def serve():
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    mail_pb2_grpc.add_MailServicer_to_server(MailService(), server)
    server.start()
