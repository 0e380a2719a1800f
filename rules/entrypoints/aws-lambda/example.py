import json

import boto3

bucket = boto3.client("s3")


# entry: kind=event title=lambda example
def lambda_handler(event, context):
    text = read(event["Records"][0]["s3"]["object"]["key"])
    return {"statusCode": 200, "body": json.dumps({"text": summarize(text)})}


def read(key):
    return bucket.get_object(Bucket="notes", Key=key)["Body"].read().decode()


def summarize(text):
    return text[:100]
