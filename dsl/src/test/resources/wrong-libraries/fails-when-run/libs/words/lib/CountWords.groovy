class CountWords {
    static void counted(ServiceWords service, int count) {
        service.label 'share', 100.intdiv(count) as String
    }

    static void tagged(ServiceWords service, String tag) {
        service.image "nginx:$tag"
    }
}
