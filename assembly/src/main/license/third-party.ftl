<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
${project.groupId}:${project.artifactId}:${project.version} - <#list licenses as license>${license?replace("\\s+", " ", "r")}<#sep>, </#list>
</#list>
