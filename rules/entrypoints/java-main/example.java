package shop;

public class Import {
    // entry: kind=main title=java example
    public static void main(String[] args) {
        new Import().main("no entry: it needs an object");
    }

    void main(String text) {}
}
