class TwoWords {
    static void monitored(ServiceWords service) { service.label 'two', 'yes' }
}
