s3 = Aws::S3::Client.new
s3.put_object(bucket: "a", key: "b", body: "c")
Aws::Bedrock::Client.new.list_foundation_models
