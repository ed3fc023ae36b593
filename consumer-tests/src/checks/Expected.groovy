// Compares what the compiler said with expected.txt, in both directions: FILE:LINE: [id], or javac's own words.
// A line that starts with "text: " is looked for anywhere in the log, one with "absent: " must be nowhere.
def log = new File(basedir, 'build.log').readLines()
def wanted = new File(basedir, 'expected.txt').readLines().findAll { it && !it.startsWith('#') }

def said = log.collect { it =~ /^\[(?:ERROR|WARNING)\] .*?([\w-]+\.java):\[(\d+),\d+\] (?:error: |warning: )?(\[[\w.]+\]|.*)/ }
        .findAll { it.find() }
        .collect { "${it.group(1)}:${it.group(2)}: ${it.group(3)}".toString().trim() } as TreeSet
def reports = wanted.findAll { !it.startsWith('text: ') && !it.startsWith('absent: ') } as TreeSet
def problems = []
if (said != reports) {
    problems << "reported:\n  ${said.join('\n  ')}\nexpected:\n  ${reports.join('\n  ')}"
}
wanted.findAll { it.startsWith('text: ') }.each { text ->
    if (!log.any { it.contains(text.substring(6)) }) problems << "not in the log: ${text.substring(6)}"
}
// A stack trace never reaches the user, nor may a build pass with a check that did not take place.
(wanted.findAll { it.startsWith('absent: ') }.collect { it.substring(8) } + ['lockproof.internal', '\tat dev.lockproof']).each { text ->
    if (log.any { it.contains(text) }) problems << "in the log: $text"
}
if (problems) throw new AssertionError((Object) problems.join('\n'))
true
