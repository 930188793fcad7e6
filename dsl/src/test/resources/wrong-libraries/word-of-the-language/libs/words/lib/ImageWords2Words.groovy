class ImageWords2Words {
    static void image(ServiceWords service, int number) { service.image "app:$number" }
}
