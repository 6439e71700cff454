"""The invariants of packages, for `manage.py doctor`."""

from collections.abc import Iterator

from brands.nominations.dossier.making import withdrawn
from brands.nominations.models import Package
from cms.audit.doctor import check


@check("打好的材料包文件都在，里面没有撤回同意的照片")
def packages_are_sound() -> Iterator[str]:
    for package in Package.objects.filter(state=Package.State.READY).select_related("call", "nomination__case"):
        if not package.file.storage.exists(package.file.name):
            yield f"{package}（{package.pk} 号）的文件不见了，请重新打包。"
        elif withdrawn(package.pictures):
            yield f"{package}（{package.pk} 号）里有照片的出镜人撤回了同意；一小时内会自动清掉，不再给人下载。"
