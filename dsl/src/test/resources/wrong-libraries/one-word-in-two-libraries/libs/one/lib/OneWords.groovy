class OneWords {
    static void monitored(InstanceWords service) { service.label 'one', 'yes' }
}
