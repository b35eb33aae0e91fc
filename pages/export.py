"""x"""

from ui.components import headline, show
from ui.shell import guard

view = guard()
show(headline("export"))
