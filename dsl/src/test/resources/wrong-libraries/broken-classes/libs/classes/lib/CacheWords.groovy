class CacheWords {
    static void cached(ServiceWords service) {
        service.imag 'redis'
    }
}
