from datetime import date
from members.roles import Role
from tests.e2e.story import Story
from tests.factories import *
from activities.models import *
from members.models import *

class RosterScratch(Story):
    databases = {"default"}
    @classmethod
    def set_scene(cls):
        c=make_county(name="宜县",body_name="政协宜县委员会")
        t=make_township(county=c,name="清溪镇"); t2=make_township(county=c,name="吕家坪镇")
        mu=make_user(role=Role.MEMBER,township=t,username="m1",name="赵云")
        cls.a=make_membership(township=t,name="赵云",user=mu)
        cls.b=make_membership(township=t,name="阿依古丽·买买提",post="清溪镇中心卫生院副院长、主治医师")
        make_membership(township=t2,name="𬭎㛃堃")
        for m in (cls.a,cls.b):
            Member.objects.filter(pk=m.member_id).update(phone="13812341234",sex="m",nation="汉族",born_in="1965-08",party="无党派")
        make_user(role=Role.STAFF,township=t,username="clerk",name="李梅")
        make_user(role=Role.COUNTY,county=c,username="county",name="黄强")
        k=dict(county=c,township=t)
        cls.act=make_activity(township=t,feeds="inspection",theme="视察镇区污水处理")
        make_attendance(activity=cls.act,membership=cls.a)
        Visit.objects.create(**k,membership=cls.a,on=date(2004,5,1),visitors="李梅、陈国安",demand="希望修好进村的路",promise="向镇政府反映")
        Visit.objects.create(**k,membership=cls.b,on=date(2004,6,1),visitors="李梅")
        Honour.objects.create(**k,membership=cls.a,on=date(2004,6,1),title="县优秀政协委员",is_award=True,text="带动就业三十人")
        Pairing.objects.create(**k,membership=cls.a,on=date(2003,6,1),kind="needy",household="王大爷")
        Article.objects.create(**k,on=date(2004,7,1),title="清溪镇政协联工委视察污水处理",outlet="宜县日报",level="county",link="https://example.org/a")

    def test(self):
        w=self.visit_as("clerk",PASSWORD)
        def shot(p,url,name,width=None):
            if width: p.set_viewport_size({"width":width,"height":800})
            p.goto(url); self.look(p,"scratch-"+name)
        for width in (1280,390):
            n=f"-{width}"
            shot(w,"/members/","roster"+n,width)
            shot(w,f"/members/{self.a.pk}/","member"+n)
            shot(w,"/members/new/","member-new"+n)
            shot(w,"/activities/registers/","registers"+n)
            shot(w,"/activities/registers/visits/","visits"+n)
            shot(w,"/activities/registers/visits/new/","visit-new"+n)
            shot(w,f"/activities/registers/visits/1/","visit"+n)
            shot(w,f"/activities/registers/visits/1/delete/","visit-del"+n)
        w.set_viewport_size({"width":1280,"height":800})
        w.goto("/members/new/")
        w.get_by_label("姓名").fill("赵云"); w.get_by_label("界别").select_option(index=3); w.get_by_label("任职日期").fill("2004-03-01")
        w.get_by_role("button",name="保存委员").click(); self.look(w,"scratch-namesake")
        w.goto(f"/activities/{self.act.pk}/findings/new/")
        w.get_by_label("问题和建议").fill("镇区污水管网没有接通，建议年内接通。"); w.get_by_label("责任单位").fill("镇建设办"); w.get_by_label("完成期限").fill("2005-03-01")
        w.get_by_role("button",name="保存这条问题").click(); self.look(w,"scratch-finding")
        m=self.visit_as("m1",PASSWORD,width=390)
        shot(m,"/members/","m-roster"); shot(m,f"/members/{self.b.pk}/","m-colleague"); shot(m,f"/members/{self.a.pk}/","m-own"); shot(m,"/activities/registers/","m-registers")
        shot(m,"/activities/registers/notes/new/","m-note")
        c=self.visit_as("county",PASSWORD); shot(c,"/members/","c-roster"); shot(c,"/activities/registers/visits/","c-visits")
