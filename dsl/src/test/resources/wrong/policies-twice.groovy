project 'shop'

policy('frozen') { refuse 'no' }
policy('frozen') { refuse 'no' }
action('backup') { afterwards { }; afterwards { } }
