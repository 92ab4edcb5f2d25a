"""The rules of the tree as tables: who may include whom, who may use which library, and which file may ask for the
time, for chance, for a thread or for a timer. check.py applies them; a new folder or adapter is a line here."""

# What stands alone at the top. Everything else there must be one of LOCAL_NAMES (made by a build or an editor).
TOP_LEVEL = {
    ".ci", ".clang-format", ".clang-tidy", ".gitattributes", ".gitignore", "CMakeLists.txt", "CMakePresets.json",
    "LICENSE", "README.md", "app", "resources", "server", "sync", "tests", "ui",
}
LOCAL_NAMES = {
    ".cache", ".git", ".idea", ".qtcreator", ".vscode", "CMakeLists.txt.user", "CMakeUserPresets.json", "build",
    "compile_commands.json", "node_modules",
}

# The folders that hold the programs; each must have sources, or the check itself is broken.
CODE_FOLDERS = ("sync", "server", "ui", "app")

LINES_HARD = 400  # a longer file is a finding
LINES_NOTE = 250  # a longer file is worth a look

_BASE = ("sync/base",)
_DOMAIN = _BASE + ("sync/domain",)
_WIRE = _DOMAIN + ("sync/wire",)
_COUNTER = _WIRE + ("sync/counter",)
_LEDGER = _WIRE + ("server/ledger",)
_SERVER_PARTS = _LEDGER + ("server/relay", "server/arbiter", "server/queue", "server/guard", "server/http", "server/mail", "server/payment")
_DESK = _COUNTER + ("ui/common", "ui/seatmap")

# Qt modules by what they drag in: Core alone, with sockets, with pixels, with everything a desktop program needs.
_CORE = ("QtCore",)
_SOCKETS = _CORE + ("QtNetwork",)
_PIXELS = _CORE + ("QtGui", "QtSvg")
_WIDGETS = _PIXELS + ("QtWidgets", "QtSvgWidgets", "QtPrintSupport")

# folder: (folders it may include besides itself, libraries it may include besides the C++ standard library).
# Levels as in the README: a folder includes only lower ones; "os" is the operating system's own headers.
FOLDERS = {
    # level 0 and 1: the standard library only
    "sync/base": ((), ()),
    "sync/domain": (_BASE, ()),
    # level 2
    "sync/wire": (_DOMAIN, _CORE + ("sodium",)),
    "sync/sql": (_BASE, _CORE + ("sqlite", "libpq", "os")),
    # level 3
    "sync/counter": (_WIRE, _CORE),
    "server/ledger": (_WIRE, _CORE),
    "server/queue": (_WIRE, _CORE),
    "server/relay": ((), _CORE),
    "server/mail": (_BASE + ("server/relay",), _CORE + ("curl",)),
    "server/http": (_BASE + ("server/relay",), _SOCKETS + ("boost", "openssl", "zlib", "os")),
    "server/guard": (_DOMAIN, _SOCKETS + ("sodium",)),
    "ui/common": (_DOMAIN, _WIDGETS),
    "ui/seatmap": (_DOMAIN + ("ui/common",), _WIDGETS),
    # level 4: adapters of the ports of level 3
    "sync/journal": (_COUNTER + ("sync/sql",), _CORE + ("os",)),
    "sync/link": (_COUNTER, _SOCKETS + ("os",)),
    "server/ledger/sql": (_LEDGER + ("server/guard", "sync/sql"), _CORE),
    "server/arbiter": (_LEDGER + ("server/relay",), _CORE),
    "server/payment": (_WIRE, _CORE),
    "app/devices": (_DOMAIN, _WIDGETS + ("QtNetwork", "zint", "os")),
    # A client of the finished server from outside: it speaks HTTP by itself and includes nothing of the server.
    "server/rehearse": (_WIRE, _CORE + ("os",)),
    # level 5
    "server/api": (_SERVER_PARTS, _SOCKETS),
    # QtGui: tickets as PDF.
    "server/web": (_SERVER_PARTS + ("server/api",), _SOCKETS + ("QtGui", "zint")),
    "ui/desk": (_DESK, _WIDGETS),
    "ui/conflicts": (_DESK, _WIDGETS),
    "ui/designer": (_DESK, _WIDGETS),
    "ui/manage": (_DESK, _WIDGETS),
    "ui/door": (_DESK, _WIDGETS),
    "ui/reports": (_DESK, _WIDGETS),
    # level 6: wiring; one trailing "*" takes every folder below
    "app": (("app/*", "ui/*", "sync/*"), _WIDGETS + ("QtNetwork", "os")),
    "app/counter": (("app/devices", "ui/*", "sync/*"), _WIDGETS + ("QtNetwork", "os")),
    "server/daemon": (
        # sync/link: the clock and the scheduler of both programs are the same two adapters.
        ("server/*", "sync/base", "sync/domain", "sync/wire", "sync/sql", "sync/link"),
        _SOCKETS + ("os", "QtGui"),
    ),
}

# Which library a header in angle brackets belongs to, first match wins; Qt is looked up in Qt's own header folders, and
# what is left is the C++ standard library (no dot, no slash) or the operating system.
LIBRARIES = (
    (r"boost/", "boost"),
    (r"sqlite3(ext)?\.h$", "sqlite"),
    (r"libpq-fe\.h$|postgres|pg_config", "libpq"),
    (r"sodium(\.h$|/)", "sodium"),
    (r"openssl/", "openssl"),
    (r"curl/", "curl"),
    (r"zlib\.h$", "zlib"),
    (r"zint\.h$", "zint"),
)

# kind: (pattern, what to do instead). Matched against code without comments, strings and include lines.
CALLS = {
    "clock": (
        r"\b\w*[cC]lock::now\s*\(|\bstd::clock\s*\(|\bclock_gettime\b|\bgettimeofday\b|\btimespec_get\b"
        r"|(?<![\w.>])(?:std::|::)?time\s*\(\s*(?:nullptr|NULL|0|&)"
        r"|\bQDateTime::current\w+|\bQDate::currentDate\b|\bQTime::currentTime\b",
        "take an Instant, or the port Clock",
    ),
    "random": (
        r"(?<![\w.>:])(?:std::|::)?s?rand\s*\(|\brand_r\s*\(|\bd?rand48\s*\(|\barc4random|\bgetrandom\s*\(|\bgetentropy\s*\("
        r"|\brandombytes_\w+\s*\(|\bstd::random_device\b|\bstd::mt19937|\bstd::default_random_engine\b|\bstd::minstd_rand"
        r"|\bQRandomGenerator",
        "take the port Random",
    ),
    "uuid": (r"\bQUuid::createUuid\w*|\buuid_generate\w*", "use randomId() with the port Random"),
    "thread": (
        r"\bstd::j?thread\b(?!::id)|\bstd::async\b|\bpthread_create\b|\bQtConcurrent\b|\bQThreadPool\b|\bQRunnable\b"
        r"|\bQThread\b(?!::currentThread)",
        "stay on the thread you are called on; the arbiter has the only writer thread",
    ),
    "timer": (
        r"\bQTimer\b|\bQBasicTimer\b|\bQDeadlineTimer\b|\bQElapsedTimer\b|(?<![\w.>:])startTimer\s*\(|\btimerfd_create\b"
        r"|\bsetitimer\b|\bsleep_(?:for|until)\b|\bu?sleep\s*\(|\bnanosleep\s*\(|\bQThread::\w*sleep\b",
        "take the port Scheduler",
    ),
}

# The adapters behind the ports, and why each may: (kind of call, file pattern, reason). "*" does not cross a folder.
ALLOWED_CALLS = (
    ("clock", "sync/link/*clock.*", "is the port Clock of both programs"),
    ("timer", "sync/link/*scheduler.*", "is the port Scheduler of both programs"),
    ("random", "sync/wire/signing.*", "SystemRandom, the port Random, stands beside libsodium's other uses"),
    ("thread", "server/arbiter/*thread.*", "the one writer of every event runs here"),
    ("thread", "server/guard/password_hasher.*", "argon2id takes a quarter of a second; the sockets must not wait for it"),
    ("random", "server/guard/password_hash.*", "a decoy that no password fits; nothing depends on its value"),
    ("thread", "server/http/server_threads.*", "the sockets of many connections share the cores; nothing is decided there"),
    ("clock", "server/rehearse/stopwatch.*", "answers are measured in microseconds; the port Clock counts milliseconds"),
    ("thread", "server/mail/mail_thread.*", "a mail server may take half a minute, a disk its time; the sockets must not wait"),
    ("timer", "server/http/*", "deadlines of sockets belong to the thread of the socket"),
    ("timer", "ui/*/*", "repaint and fading of messages; nothing is decided by it"),
    ("timer", "app/counter/*", "countdowns on the screen, and the tour's script that waits for the screen"),
)

# Words that promise work or hide a test; spelt in halves so that this file passes.
BANNED_WORDS = ("QS" "KIP", "TO" "DO", "FIX" "ME")
