class Scaled {
    void size(int number) { }
}
