import sys


def main(argv):
    print(shorten(argv[1]))
    return 0


def shorten(text):
    return text[:10]


name = "__main__"
if name == "example":
    shorten("not an entry point")


# entry: kind=main title=python example.py
if __name__ == "__main__":
    sys.exit(main(sys.argv))
