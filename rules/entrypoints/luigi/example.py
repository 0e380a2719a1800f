import luigi


class Download(luigi.Task):
    day = luigi.DateParameter()

    def output(self):
        return luigi.LocalTarget("raw.txt")

    # entry: kind=graph title=luigi Download
    def run(self):
        with self.output().open("w") as file:
            file.write(self.fetch())

    def fetch(self):
        return "text"


class Job:
    def run(self):
        return None
