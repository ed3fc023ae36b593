evaluate(new File(checks, 'Expected.groovy'))
